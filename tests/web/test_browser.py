"""Is er een browser om de bladzijde in te bekijken?"""

import pytest

from tests.web.browser import zoek


def test_er_is_een_browser() -> None:
    if zoek() is None:
        pytest.skip("geen Chromium gevonden: installeer chromium of zet WEEGWIJZER_CHROMIUM")
