"""Every command of the command line: how it is asked for, the function that does it, and the line that lists it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module


@dataclass(frozen=True)
class Command:
    """A command: the file of this folder and the function in it, as `due:due`, and its docstring's first line."""

    place: str
    line: str

    def function(self) -> Callable[..., None]:
        """Return the function that does it; its file is imported now."""
        file, _, name = self.place.partition(":")
        found: Callable[..., None] = getattr(import_module(f"{__package__}.{file}"), name)
        return found


GROUPS: Mapping[str, str] = {
    "agreement": "Packs and agreements: check, renew, schema, show, diff, load, list.",
    "document": "Documents: check, seal, verify.",
    "people": "The roster: import, list.",
    "register": "The register: verify, check, show.",
    "tracker": "Trackers: load, import, export.",
    "export": "Export: register, heads, interests, review, board-pack.",
    "closed-days": "Days proclaimed closed later: add, list.",
}

COMMANDS: Mapping[str, Command] = {
    "web": Command(
        "serve:web",
        "Listen to the chat, and send what is queued.",
    ),
    "clock": Command(
        "serve:clock",
        "Do what falls due: nudges, digests, deadlines that pass. A second clock does no harm.",
    ),
    "demo": Command(
        "demo:demo",
        "Run Accord in a practice workspace; nothing leaves this machine, and nothing is kept.",
    ),
    "migrate": Command(
        "serve:migrate",
        "Bring the database up to this version of Accord.",
    ),
    "backup": Command(
        "backups:backup",
        "Write the database, the documents and the seal into a new folder, while people go on; or check such a folder.",
    ),
    "restore": Command(
        "backups:restore",
        "Put a backup into an empty database, with its documents and its seal. Nothing is sent until `go-live`.",
    ),
    "go-live": Command(
        "backups:go_live",
        "Show what a restored database would send, and what may have gone out already; with --yes, let it go on.",
    ),
    "doctor": Command(
        "serve:doctor",
        "Check the settings, the database, the chat and the agreements, and say for each what to do if it is not well.",
    ),
    "due": Command(
        "due:due",
        "Print when something is due, and the working: each day that was skipped, and why.",
    ),
    "calendar": Command(
        "calendar:calendar",
        "Print every dated thing an agreement implies, each with its clause, and at the end what has no date and why.",
    ),
    "electorate": Command(
        "electorate:electorate",
        "Print who counts in a decision and who does not, what is needed and, given votes, what they come to.",
    ),
    "signatures": Command(
        "signatures:signatures",
        "Print who has signed, who has not, and whether and when the agreement takes effect by its own rule.",
    ),
    "agreement check": Command(
        "agreement_files:check",
        "Say everything that is wrong with a pack, and exit with 1; or say what was read, and what is worth a look.",
    ),
    "agreement renew": Command(
        "agreement_renew:renew",
        "Put a pack's file into the words of today, and say what changed; the rest of it stays as it is.",
    ),
    "agreement schema": Command(
        "agreement_files:schema",
        "Print the JSON Schema of a pack, for editors that check YAML while it is typed.",
    ),
    "agreement show": Command(
        "agreement_store:show",
        "Print an agreement on one page: who, which clocks, which ladder, its next twelve months, what it leaves open.",
    ),
    "agreement diff": Command(
        "agreement_files:diff",
        "Print what was added (+), taken out (-) and changed (~) from A to B, with the clause.",
    ),
    "agreement load": Command(
        "agreement_store:load",
        "Load a pack. A changed one becomes a new version; matters under way keep theirs.",
    ),
    "agreement list": Command(
        "agreement_store:list_",
        "List the agreements that are loaded.",
    ),
    "document check": Command(
        "document:check",
        "Print what a document is and its SHA-256, or why it cannot be taken.",
    ),
    "document seal": Command(
        "document:seal",
        "Write a sealed copy of a PDF, by this deployment's certificate; print its SHA-256.",
    ),
    "document verify": Command(
        "document:verify",
        "Print who sealed a document, if not one byte has been changed or added since; say what is wrong if not.",
    ),
    "people import": Command(
        "people:import_",
        "Add people, capacities, seats and chat accounts from a file, CSV or XLSX: all of it, or nothing.",
    ),
    "people list": Command(
        "people:list_",
        "Print who acts for whom, and what is missing.",
    ),
    "register verify": Command(
        "register:verify",
        "Prove that no entry of the register was changed, removed or moved; exit with 1 and name the first if one was.",
    ),
    "register check": Command(
        "register:check",
        "Play the register again and name every row, pack or file that says otherwise; exit with 1 if one does.",
    ),
    "register show": Command(
        "register:show",
        "Print one matter's history as a person reads it.",
    ),
    "tracker load": Command(
        "tracker:load",
        "Begin the tracker of a loaded agreement with the rows that come with Accord; change nothing if it is begun.",
    ),
    "tracker import": Command(
        "tracker:import_",
        "Begin a tracker with a file, or propose what it changes: all of it, or nothing.",
    ),
    "tracker export": Command(
        "tracker:export",
        "Write a tracker as a file: CSV or XLSX, which `import` reads back, or PDF to be read.",
    ),
    "export register": Command(
        "register:export",
        "Print the register as JSON Lines, one entry each, with its hash. Private matters are left out by default.",
    ),
    "export heads": Command(
        "register:export_heads",
        "Write the heads that were posted in the channel, and the timestamps of those that an authority has stamped.",
    ),
    "export interests": Command(
        "interests:export",
        "Write the register of interests, fit to publish: what the secretary agreed to withhold is not in it.",
    ),
    "export review": Command(
        "reviews:export",
        "Write what a review came to, and what each partner reported.",
    ),
    "export board-pack": Command(
        "board_pack:export",
        "Write the board pack of some days, both included: one PDF and one workbook. Private matters are left out.",
    ),
    "closed-days add": Command(
        "closed_days:add",
        "Enter a day: open deadlines are dated anew, the people concerned are told, and the old dates are kept.",
    ),
    "closed-days list": Command(
        "closed_days:list_",
        "List the days that were entered by hand.",
    ),
}
