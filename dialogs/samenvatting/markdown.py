"""De samenvatting als Markdown, zoals zij in een dossier komt."""

from __future__ import annotations

from dialogs.samenvatting import Samenvatting
from dialogs.samenvatting.boom import heel
from dialogs.stukken import markdown as stukken


def markdown(samenvatting: Samenvatting) -> str:
    """Return the whole summary."""
    return f"{stukken.markdown(heel(samenvatting))}\n"
