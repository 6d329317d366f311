"""What the checker sees of anchors that can never happen, also through the clocks between: each a fault, with its chain."""

from pathlib import Path

import pytest

from storage.packs import PackFaults, parse_pack

SMALL = (Path(__file__).parent.parent / "agreements" / "small.yaml").read_text(encoding="utf-8")
EVENTS = "commencement, ending, signed, raised, proposed, sent, received, notified, entered, decided, or a day, as 2022-07-01"
WITH_A_FORUM = EVENTS.replace("decided, or", "decided, meeting, or")
NAME = f"Name another event: {EVENTS}."
BOARD = "Name another event: meeting."
AWARE = "Name another event: aware, or a day, as 2022-07-01."
ASIDE = """
    - {key: aside, name: Aside, kind: discussion, clock: side, moved_on_by: [affected-partner]}
"""
EARLIER = "Name an earlier stage, or an event."


def clock(key: str, counts_from: str, **more: str) -> str:
    rest = "".join(f", {name}: {value}" for name, value in ({"limit": "1 week"} | more).items() if value)
    since = f", counts_from: {counts_from}" if counts_from else ""
    return f"  {key}: {{name: {key.capitalize()}{since}{rest}}}\n"


def made(*clocks: str, first: str = "talk", second: str = "", asked: str = "", **more: str) -> str:
    """The small pack with more clocks, other clocks at its two stages, and further blocks at the end of some."""
    text = SMALL.replace("clocks:\n", f"clocks:\n{''.join(clocks)}", 1)
    text = text.replace("      clock: talk\n", f"      clock: {first}\n", 1)
    text = text.replace("      kind: vote\n", f"      kind: vote\n{f'      clock: {second}' if second else ''}\n", 1)
    text = text.replace("\nopen:\n", f"\nopen:\n{asked}", 1)
    text = text.replace("    proxies: {", f"{more.get('board', '')}    proxies: {{", 1)
    text = text.replace("  dual_roles_declare: true\n", f"  dual_roles_declare: true\n{more.get('conflicts', '')}", 1)
    return text.replace("      moved_on_by: [chair]\n", f"      moved_on_by: [chair]\n{more.get('stages', '')}", 1)


def faults_of(text: str) -> list[tuple[str, str, str]]:
    try:
        parse_pack(text, file="small.yaml")
    except PackFaults as refused:
        return [(fault.path, fault.message, fault.hint) for fault in refused.faults]
    return []


def point(key: str, path: str, *choices: str) -> str:
    return f"  - {{key: {key}, question: Since when?, path: {path}, choices: [{', '.join(choices)}]}}\n"


ELSEWHERE = "With {}, issues.stages.{}.clock.counts_from would be wrong. It counts from {}."
MEND = "Take this answer out, or mend what stands there."
FAULTS = [
    # Through one clock, and through two: what happens elsewhere does not happen to an issue.
    (
        made(clock("known", "aware"), second="1 week after known"),
        [("issues.stages.second.clock.counts_from", "It counts from known, which counts from aware, which does not happen here.", f"Name another event: {WITH_A_FORUM}.")],
    ),
    (
        made(clock("known", "disclosed"), clock("then", "known"), first="1 week after then"),
        [("issues.stages.first.clock.counts_from", "It counts from then, which counts from known, which counts from disclosed, which does not happen here.", NAME)],
    ),
    # At the first stage nobody is appointed and no forum meets, whichever clock says so.
    (
        made(clock("helper", "appointed"), first="1 week after helper"),
        [("issues.stages.first.clock.counts_from", "It counts from helper, which counts from appointed, but nobody is appointed at this stage.", NAME)],
    ),
    (
        made(clock("met", "meeting"), first="1 week after met"),
        [("issues.stages.first.clock.counts_from", "It counts from met, which counts from meeting, but the stage is before no forum.", f"Add forum to first. {NAME}")],
    ),
    # A later stage, through a clock; and the entry of one that is another's.
    (
        made(clock("after", "second"), first="1 week after after"),
        [("issues.stages.first.clock.counts_from", "It counts from after, which counts from second, which comes after first.", EARLIER)],
    ),
    (
        made(clock("late", "entered"), first="1 week after late", second="late"),
        [("issues.stages.first.clock.counts_from", "It counts from late, which counts from entered, but second comes after first.", NAME)],
    ),
    # A stage that nothing enters: said of it, and of what counts from it, where that is not said already.
    (
        made(clock("idle", "aside"), stages=ASIDE.replace("clock: side, ", "")),
        [
            ("clocks.idle.counts_from", "It counts from aside, which no issue ever reaches.", "Name another event: commencement, ending, signed, aware, disclosed, raised, proposed, requested, sent, received, notified, entered, appointed, decided, meeting, or a day, as 2022-07-01."),
            ("issues.stages.aside", "No issue ever reaches the stage aside.", "Name it as next of an earlier stage, or take it out."),
        ],
    ),
    (
        made(clock("side", "entered"), second="1 week after side", stages=ASIDE),
        [
            ("issues.stages.second.clock.counts_from", "It counts from side, which counts from entered, but aside is a stage that no issue ever reaches.", f"Name another event: {WITH_A_FORUM}."),
            ("issues.stages.aside", "No issue ever reaches the stage aside.", "Name it as next of an earlier stage, or take it out."),
        ],
    ),
    # A clock without a limit is never up.
    (
        made(clock("talks", "raised", limit=""), second="1 week after talks"),
        [("issues.stages.second.clock.counts_from", "It counts from talks, for which no limit is set, so that its time is never up.", "Give talks a limit, add an open point with path: clocks.talks.limit, or name an event.")],
    ),
    # What is left open: an answer that comes round to itself, and one that has no answer for an issue.
    (
        made(clock("from", ""), clock("to", "from"), asked=point("since", "clocks.from.counts_from", "to", "raised")),
        [("open.since.choices[1]", "from waits for to, and to waits for from.", "Count one of them from an event, such as raised.")],
    ),
    # Each answer that can be decided has to hold wherever something counts from it: the other ones could.
    (
        made(clock("from", ""), second="1 week after from", asked=point("since", "clocks.from.counts_from", "aware", "raised", "requested")),
        [
            ("open.since.choices[1]", ELSEWHERE.format("aware", "second", "from, which counts from aware, which does not happen here"), f"{MEND} Name another event: {WITH_A_FORUM}."),
            ("open.since.choices[3]", ELSEWHERE.format("requested", "second", "from, which counts from requested, which does not happen here"), f"{MEND} Name another event: {WITH_A_FORUM}."),
        ],
    ),
    (
        made(clock("from", ""), first="1 week after from", asked=point("since", "clocks.from.counts_from", "second", "first")),
        [("open.since.choices[1]", ELSEWHERE.format("second", "first", "from, which counts from second, which comes after first"), f"{MEND} {EARLIER}")],
    ),
    # A meeting's notice is counted from it, and an interest's declaration from when somebody knew: nothing else acts.
    (
        made(board="    notice: 5 clear-days before opening\n"),
        [("forums.board.notice.counts_from", "It counts from opening, which counts from 2030-04-01, which is one day for all meetings.", BOARD)],
    ),
    (
        made(board="    papers: 5 clear-days before 2030-04-01\n"),
        [("forums.board.papers.counts_from", "It counts from 2030-04-01, which is one day for all meetings.", BOARD)],
    ),
    (
        made(board="    notice: 5 clear-days before first\n"),
        [("forums.board.notice.counts_from", "It counts from first, which does not happen here.", BOARD)],
    ),
    (
        made(conflicts="  within: 28 calendar-days after commencement\n"),
        [("conflicts.within.counts_from", "It counts from commencement, which does not happen here.", AWARE)],
    ),
    (
        made(conflicts="  within: 28 calendar-days after disclosed\n"),
        [("conflicts.within.counts_from", "It counts from disclosed, which does not happen here.", AWARE)],
    ),
    (
        made(conflicts="  consent_within: 10 calendar-days after talk\n"),
        [("conflicts.consent_within.counts_from", "It counts from talk, which counts from notified, which does not happen here.", "Name another event: aware, disclosed, or a day, as 2022-07-01.")],
    ),
    # A clock that runs at two stages, and at the second cannot.
    (
        made(clock("met", "meeting"), first="met", second="met").replace("      kind: discussion\n", "      kind: discussion\n      forum: board\n", 1).replace("      kind: vote\n", "      kind: vote\n", 1).replace("      forum: board\n      rule: all\n", "      rule: all\n", 1).replace("[chair]", "[secretary]", 1),
        [("issues.stages.second.clock", "met never runs here. It counts from meeting, but the stage is before no forum.", f"Add forum to second. {NAME}")],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), FAULTS)
def test_what_can_never_happen_is_a_fault_with_its_chain(text, expected):
    assert sorted(faults_of(text)) == sorted(expected)


@pytest.mark.parametrize(
    "text",
    [
        made(clock("then", "talk"), second="1 week after then"),
        made(clock("known", "aware"), conflicts="  consent_within: 1 week after known\n"),
        made(clock("known", "2030-04-01"), conflicts="  within: 1 week after known\n"),
        made(clock("before", "meeting", limit="5 clear-days before"), board="    papers: 2 clear-days before before\n"),
        made(clock("early", "entered"), first="early", second="1 week after early"),
        made(clock("met", "meeting"), second="1 week after met"),  # a vote before the board
        made(clock("from", ""), second="1 week after from", asked=point("since", "clocks.from.counts_from", "commencement", "raised")),
        made(clock("talks", "raised", limit=""), second="1 week after talks", asked=point("how-long", "clocks.talks.limit", "1 week")),
        made(clock("begun", "commencement", limit=""), second="1 week after begun"),
        made(clock("foi", "received"), clock("inner", "foi")),
    ],
)  # fmt: skip
def test_what_can_happen_through_other_clocks_is_no_fault(text):
    assert faults_of(text) == []


@pytest.mark.parametrize(
    ("text", "where"),
    [
        # What is wrong wherever it stands is told once, at its root.
        (made(clock("known", "purple"), clock("then", "known"), second="1 week after then"), ["clocks.known.counts_from"]),
        (made(clock("known", "known"), second="1 week after known"), ["clocks.known.counts_from"]),
        (made(clock("known", "disclosed"), clock("then", "known"), first="then", second="1 week after then"), ["clocks.then.counts_from"]),
        (made(clock("talks", "raised", limit=""), clock("then", "talks"), second="1 week after then"), ["clocks.then.counts_from"]),
        (made(clock("from", ""), second="1 week after from"), ["clocks.from"]),
    ],
)  # fmt: skip
def test_what_is_wrong_at_its_root_is_told_there_alone(text, where):
    assert [path for path, *_ in faults_of(text)] == where


def test_hostile_chains_with_many_answers_have_an_end():
    names = [f"c{number}" for number in range(400)]
    clocks = [clock(key, after) for key, after in zip(names, [*names[1:99], "raised", *names[100:], ""], strict=True)]
    points = "".join(point(f"p{n}", f"clocks.{key}.counts_from", *names[:90]) for n, key in enumerate(names[399:]))
    assert any("more than 100" in message for _, message, _ in faults_of(made(*clocks, asked=points)))
