"""`python -m bot`: the command line. One file a command stands in `bot/cli/`."""

from __future__ import annotations

import typer

from bot.cli import (
    agreement_files,
    agreement_store,
    board_pack,
    calendar,
    closed_days,
    demo,
    document,
    due,
    electorate,
    interests,
    people,
    register,
    reviews,
    serve,
    signatures,
    tracker,
)

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="Accord runs partnership agreements.",
)
agreement = typer.Typer(no_args_is_help=True, help="Packs and agreements: check, schema, show, diff, load, list.")
people_ = typer.Typer(no_args_is_help=True, help="The roster: import, list.")
register_ = typer.Typer(no_args_is_help=True, help="The register: verify, show.")
document_ = typer.Typer(no_args_is_help=True, help="Documents: check, seal, verify.")
tracker_ = typer.Typer(no_args_is_help=True, help="Trackers: load, import, export.")
export = typer.Typer(no_args_is_help=True, help="Export: register, interests, review, board-pack.")
closed = typer.Typer(no_args_is_help=True, help="Days proclaimed closed later: add, list.")

app.command("web")(serve.web)
app.command("clock")(serve.clock)
app.command("demo")(demo.demo)
app.command("migrate")(serve.migrate)
app.command("doctor")(serve.doctor)
app.command("due")(due.due)
app.command("calendar")(calendar.calendar)
app.command("electorate")(electorate.electorate)
app.command("signatures")(signatures.signatures)
app.add_typer(agreement, name="agreement")
agreement.command("check")(agreement_files.check)
agreement.command("schema")(agreement_files.schema)
agreement.command("diff")(agreement_files.diff)
agreement.command("show")(agreement_store.show)
agreement.command("load")(agreement_store.load)
agreement.command("list")(agreement_store.list_)
app.add_typer(document_, name="document")
document_.command("check")(document.check)
document_.command("seal")(document.seal)
document_.command("verify")(document.verify)
app.add_typer(people_, name="people")
people_.command("import")(people.import_)
people_.command("list")(people.list_)
app.add_typer(register_, name="register")
register_.command("verify")(register.verify)
register_.command("show")(register.show)
app.add_typer(tracker_, name="tracker")
tracker_.command("load")(tracker.load)
tracker_.command("import")(tracker.import_)
tracker_.command("export")(tracker.export)
app.add_typer(export, name="export")
export.command("register")(register.export)
export.command("interests")(interests.export)
export.command("review")(reviews.export)
export.command("board-pack")(board_pack.export)
app.add_typer(closed, name="closed-days")
closed.command("add")(closed_days.add)
closed.command("list")(closed_days.list_)

if __name__ == "__main__":
    app(prog_name="python -m bot")
