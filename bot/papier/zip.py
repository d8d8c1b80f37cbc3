"""Een ingepakt document (ODT, DOCX) dat bij dezelfde inhoud uit dezelfde bytes bestaat."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Collection, Mapping
from typing import Final

_JAREN: Final = (1980, 2107)
"""What a zip file can write down."""


def ingepakt(delen: Mapping[str, bytes], dag: dt.date, los: Collection[str] = ()) -> bytes:
    """Return the parts in one zip file, in their order.

    Args:
        delen: the parts by their names.
        dag: the day that every part gets.
        los: the parts that must not be compressed.
    """
    jaar = min(max(dag.year, _JAREN[0]), _JAREN[1])
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w") as zip_:
        for naam, inhoud in delen.items():
            deel = zipfile.ZipInfo(naam, (jaar, dag.month, dag.day, 0, 0, 0))
            deel.compress_type = zipfile.ZIP_STORED if naam in los else zipfile.ZIP_DEFLATED
            deel.create_system = 0  # not that of the machine it is made on
            zip_.writestr(deel, inhoud)
    return uit.getvalue()
