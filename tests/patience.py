"""How long the tests wait, for one another and for the program: longer than any machine is busy."""

from __future__ import annotations

from bot.patience import Patience

LONG_SECONDS = 120.0
LONG = Patience(answer=LONG_SECONDS, call=LONG_SECONDS, message=LONG_SECONDS, rows=LONG_SECONDS, document=LONG_SECONDS)
