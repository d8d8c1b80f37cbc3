// De start: een scherm dat gewist is blijft leeg, tot iemand verder gaat.

import { isGewist, toonGewist } from "./wissen.js";

if (isGewist()) await toonGewist();
else await import("./begin.js");
