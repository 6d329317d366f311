"""Write docs/permissions.md anew: python -m tests.roles."""

from tests.roles.page import PAGE, page

PAGE.write_text(page(), encoding="utf-8")
