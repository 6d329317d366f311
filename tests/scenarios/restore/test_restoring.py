"""An older database is put back: old buttons act on nothing else, nothing is sent unasked, and all is told."""

from __future__ import annotations

import hashlib
import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import delete, select

from bot import backups
from handlers import outgoing, restoring
from rules.errors import Refusal
from storage import files, register
from storage.files import keep, place
from storage.marks import FIRST
from storage.outbox import Message, MessageState
from tests.scenarios.conftest import london
from tests.scenarios.reading_kit import body_of
from tests.scenarios.restore.kit import backed_up, ends, goes_on, places

TAKE_TURNS = True
GONE = (
    "This comes from before the restore of Fri 16 Dec 2022: what it is about came after the backup of "
    "Fri 16 Dec 2022 at 09:30, and is not here any more. /partnership shows what is. "
    "Please do again what you did after that backup."
)
WAITS = (
    "Accord was put back from its backup of Fri 16 Dec 2022 at 09:30, and whoever runs it has not let it go on yet. "
    "Nothing was done now. Please try again later: what was done after the backup is not here, and has to be done again "
    "then."
)


def acknowledged(world, reference):
    return [one.partner for one in world.issue(reference).partners if one.acknowledged_at]


# --- A backup -------------------------------------------------------------------------------------------------------


def test_a_backup_holds_what_was(world, tmp_path):
    world.ada.raises("Late letters", "luhft")
    made = backed_up(world, tmp_path / "backup")
    with world.session() as session:
        sefton = world.agreement(session)
        said = {"sefton-2022": {"entries": sefton.register_entries, "head": sefton.register_head}}
    assert made.manifest["agreements"] == said
    world.ada.raises("Discharge delays", "luhft")
    checked = backups.check(tmp_path / "backup")
    assert (checked.faults, checked.sha256, checked.made_at) == ((), made.sha256, world.clock())


@pytest.mark.parametrize(
    ("harm", "said"),
    [
        (lambda folder: (folder / "database.sqlite3").write_bytes(b"none"),
         "database.sqlite3 was changed: it has other bytes than the manifest says."),
        (lambda folder: (folder / "database.sqlite3").unlink(), "database.sqlite3 is missing."),
        (lambda folder: (folder / "more.txt").write_text("x"), "more.txt was added: the manifest does not know it."),
    ],
)  # fmt: skip
def test_a_backup_that_was_touched_is_not_restored(world, tmp_path, make_bare_database, harm, said):
    backed_up(world, tmp_path / "backup")
    harm(tmp_path / "backup")
    assert backups.check(tmp_path / "backup").faults == (said,)
    empty = make_bare_database(world.engine.dialect.name)
    with pytest.raises(Refusal, match="This backup is not whole, and nothing was restored. " + said):
        backups.put_back(tmp_path / "backup", backups.Places(empty, tmp_path / "f", tmp_path / "s"), world.clock())


def test_a_backup_never_replaces_another_nor_a_restore_a_database(world, tmp_path):
    backed_up(world, tmp_path / "backup")
    with pytest.raises(Refusal, match="is there already, and a backup never replaces another"):
        backups.make(tmp_path / "backup", places(world), world.clock())
    with pytest.raises(Refusal, match="The database holds something already, and a restore never replaces anything"):
        backups.put_back(tmp_path / "backup", places(world), world.clock())
    with pytest.raises(Refusal, match=f"There is no folder {tmp_path}/none. Please make it first, or name another."):
        backups.make(tmp_path / "none" / "backup", places(world), world.clock())
    assert sorted(path.name for path in tmp_path.iterdir()) == ["backup"]


def test_a_backup_has_the_documents_and_the_seal_that_are_named(world, tmp_path, make_bare_database):
    kept_in = places(world)
    content = b"%PDF-1.7 a plan"
    sha256 = hashlib.sha256(content).hexdigest()
    for folder in (kept_in.files, kept_in.seal):
        folder.mkdir(exist_ok=True)
    incoming = kept_in.files / "incoming"
    incoming.write_bytes(content)
    keep(kept_in.files, incoming, sha256)
    (kept_in.files / "left-behind").write_bytes(b"half")
    (kept_in.seal / "key.pem").write_text("a key")
    with world.session() as session:
        files.note(session, files.Kept(sha256, "plan.pdf", "pdf", 1, len(content), signed=False), at=world.clock())
    made = backed_up(world, tmp_path / "backup")
    assert sorted(made.manifest["files"]) == ["database.sqlite3", f"files/{sha256[:2]}/{sha256}", "seal/key.pem"]
    assert (tmp_path / "backup" / "seal" / "key.pem").stat().st_mode & 0o777 == 0o600
    assert (tmp_path / "backup").stat().st_mode & 0o777 == 0o700
    to = backups.Places(make_bare_database(world.engine.dialect.name), tmp_path / "files", tmp_path / "seal")
    to.seal.mkdir()
    (to.seal / "key.pem").write_text("another key")
    with pytest.raises(Refusal, match=r"has another seal than the backup\. Please move it away first"):
        backups.put_back(tmp_path / "backup", to, world.clock())
    (to.seal / "key.pem").unlink()
    backups.put_back(tmp_path / "backup", to, world.clock())
    assert place(to.files, sha256).read_bytes() == content
    assert (to.seal / "key.pem").read_text() == "a key"
    place(kept_in.files, sha256).unlink()
    world.by_hand = True
    lacking = backups.make(tmp_path / "lacking", kept_in, world.clock())
    assert lacking.faults == (f"The document {sha256} is missing in {kept_in.files}.",)
    assert backups.check(tmp_path / "lacking").faults == (
        f"The document {sha256} is not in it; it was missing when it was made.",
    )


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (None, "is no backup: there is no manifest.json in it."),
        ("[]", "is no backup that can be read: its manifest.json is not as it was written."),
        ("{", "is no backup that can be read: its manifest.json is not as it was written."),
        ('{"form": 1, "made_at": 7, "files": {}}', "is no backup that can be read"),
        ('{"form": 2, "made_at": "2027-03-03T02:00:00+00:00", "files": {}}', "made by a newer Accord"),
    ],
)
def test_what_is_no_backup_is_refused(tmp_path, written, said):
    if written is not None:
        (tmp_path / "manifest.json").write_text(written)
    with pytest.raises(Refusal, match=said):
        backups.check(tmp_path)


def test_a_backup_that_cannot_be_written_leaves_nothing(world, tmp_path):
    """/dev/full takes nothing, as a full disk does."""
    full = tmp_path / "full"
    full.mkdir()
    with (
        pytest.raises(Refusal, match=r"The disk is full at .*, and nothing was left there\."),
        backups._sentences(full),
    ):
        Path("/dev/full").write_bytes(b"x")
    world.engine.dispose()
    kept_in = places(world)
    absent = backups.Places(f"sqlite:///{tmp_path / 'none.sqlite3'}", kept_in.files, kept_in.seal)
    with pytest.raises(Refusal, match="There is no database"):
        backups.make(full / "backup", absent, world.clock())
    assert list(full.iterdir()) == []


def test_backups_that_are_made_while_people_act_hold_what_was_at_one_moment(world, tmp_path):
    """Each is whole, and no act is in it by half: an issue and its entry, or neither."""
    made: list[str] = []
    acting = threading.Thread(target=lambda: [made.append(world.ada.raises(f"No. {n}", "luhft")) for n in range(6)])
    acting.start()
    number = 0
    while acting.is_alive() and number < 8:
        number += 1
        backed_up(world, tmp_path / f"{number}")
    acting.join()
    assert len(made) == 6
    for one in range(1, number + 1):
        assert backups.check(tmp_path / f"{one}").faults == ()
        with closing(sqlite3.connect(tmp_path / f"{one}" / "database.sqlite3")) as copy:
            issues = copy.execute("SELECT reference FROM issues ORDER BY id").fetchall()
            entries = copy.execute("SELECT reference FROM register WHERE act = 'issue-raised' ORDER BY id").fetchall()
            (given,) = copy.execute("SELECT coalesce(max(given), 0) FROM counters WHERE matter = 'issue'").fetchone()
        assert issues == entries
        assert len(issues) == given


# --- A restore ------------------------------------------------------------------------------------------------------


@pytest.fixture
def restored(world, tmp_path, make_bare_database):
    """A backup with SEF-1 in it is put back an hour later. Meanwhile SEF-2 was raised, which everybody knows of."""
    world.ada.raises("Late letters", "luhft")
    backed_up(world, tmp_path / "backup")
    world.ada.raises("Discharge delays", "luhft")
    world.clock.move_to(london("2022-12-16 10:30"))
    empty = make_bare_database(world.engine.dialect.name)
    to = backups.Places(empty, tmp_path / "files", tmp_path / "seal")
    backups.put_back(tmp_path / "backup", to, world.clock())
    after = goes_on(world, empty)
    yield after
    ends(after)


def live(world, **how):
    with world.session() as session:
        restoring.go_live(session, world.clock(), **{"leave_out": False} | how)
    world.settle()


def test_nothing_is_sent_and_nobody_can_act_until_it_is_live(restored):
    before = len(restored.workspace.messages("C0SEFTON"))
    restored.ben.presses("Acknowledge", restored.ben.dm("Late letters"))
    assert restored.ben.body == WAITS
    restored.ada.types("/partnership")
    assert restored.ada.body == WAITS
    assert WAITS in restored.ada.opens_home()
    restored.clock.move_to(london("2023-01-16 10:30"))
    restored.tick()
    assert len(restored.channel()) <= before
    restored.clock.move_to(london("2022-12-16 10:31"))
    live(restored)
    restored.ben.presses("Acknowledge", restored.ben.dm("Late letters"))
    assert acknowledged(restored, "SEF-1") == ["luhft"]


def test_what_came_after_the_backup_says_so(restored):
    live(restored)
    restored.ben.presses("Acknowledge", restored.ben.dm("Discharge delays"))
    assert restored.ben.body == GONE
    restored.ben.presses("Comment", restored.ben.dm("Discharge delays"))
    assert restored.ben.body == GONE
    assert restored.ada.raises("No beds", "luhft") == "SEF-201"
    assert acknowledged(restored, "SEF-201") == []


def test_the_register_says_it_and_is_whole(restored):
    live(restored)
    with restored.session() as session:
        sefton = restored.agreement(session)
        *_, last = register.entries(session, sefton.id)
        assert register.verify(session, sefton) is None
        assert (last.act, last.person, last.private) == ("restored", "Accord", False)
        facts = last.as_json()["facts"]
        assert (facts["backed_up_at"], facts["entries"], facts["head"]) == (
            london("2022-12-16 09:30").isoformat(), last.number - 1, last.previous
        )  # fmt: skip


def test_what_is_given_next_was_never_given(restored):
    live(restored)
    with restored.session() as session:
        assert restored.issue("SEF-1").id > FIRST
    restored.ada.raises("No beds", "luhft")
    with restored.session() as session:
        assert session.scalars(select(Message.id).order_by(Message.id)).all()[-1] > 1_000_000


def test_it_goes_live_once(restored):
    live(restored)
    with pytest.raises(Refusal, match="No restored database waits here"):
        live(restored)


def queue(world, once, *, at, state=MessageState.WAITING, **values):
    with world.session() as session:
        sefton = world.agreement(session)
        outgoing.post(session, sefton.id, "refusal", {"sentence": once}, once=once, now=world.clock())
        message = session.scalars(select(Message).where(Message.once == once)).one()
        message.not_before_at, message.state = london(at), state


@pytest.mark.parametrize(
    ("leave_out", "sent"),
    [
        (False, ["being sent", "due", "due since"]),
        (True, ["due since"]),
    ],
)
def test_what_may_have_gone_out_is_sent_once_more_and_says_so_or_is_left_out(
    world, tmp_path, make_bare_database, leave_out, sent
):
    queue(world, "being sent", at="2022-12-16 09:00", state=MessageState.SENDING)
    queue(world, "due", at="2022-12-16 10:00")
    queue(world, "due since", at="2022-12-16 10:45")
    queue(world, "later", at="2022-12-30 10:00")
    backed_up(world, tmp_path / "backup")
    with world.session() as session:
        session.execute(delete(Message))
    world.clock.move_to(london("2022-12-16 10:30"))
    url = make_bare_database(world.engine.dialect.name)
    backups.put_back(tmp_path / "backup", backups.Places(url, tmp_path / "f", tmp_path / "s"), world.clock())
    after = goes_on(world, url)
    after.clock.move_to(london("2022-12-16 11:00"))
    with after.session() as session:
        found = restoring.to_send(session, after.clock())
        assert [message.once for message in found.unsure] == ["being sent", "due"]
        assert [message.once for message in found.due] == ["due since"]
        assert found.numbers["sefton-2022"][:2] == ["SEF-101", "SEF-D101"]
    seen = len(after.channel())
    live(after, leave_out=leave_out)
    shown = [body_of(message).splitlines() for message in after.channel()[seen:]]
    again = (
        "You may have had this before: Accord was put back from a backup on Fri 16 Dec 2022, 10:30, and whether this had "
        "gone out by then is not known."
    )
    assert shown == [[once] if once == "due since" else [once, again] for once in sent]
    after.stage.stop()


def test_a_restored_database_that_never_went_live_can_be_backed_up_and_restored(restored, tmp_path, make_bare_database):
    backed_up(restored, tmp_path / "again")
    url = make_bare_database("sqlite")
    backups.put_back(tmp_path / "again", backups.Places(url, tmp_path / "f2", tmp_path / "s2"), restored.clock())
    after = goes_on(restored, url)
    live(after)
    assert after.ada.raises("No beds", "luhft") == "SEF-301"  # 1, then up to 200, then a hundred more
    after.stage.stop()
    live(restored)
