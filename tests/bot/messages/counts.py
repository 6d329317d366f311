"""What the votes on a decision come to, as the templates are given it."""

TALLY = {
    "kind": "at least",
    "of": "3/4",
    "counts": "partners",
    "base_of": "all",
    "asks": "At least three quarters of 11 eligible: 9 needed",
    "working": [],
    "could": 11,
    "there": 8,
    "recorded": False,
    "missing_there": 0,
    "set_aside": [],
    "waits_for": None,
    "waits": False,
    "waits_for_casting": False,
    "settled": False,
    "base": 11,
    "needed": 9,
    "reached": 7,
    "missing": 2,
    "in_favour": 7,
    "against": 1,
    "abstain": 0,
    "silent": 3,
    "quorum": None,
    "quorate": True,
    "tied": False,
    "carried": False,
    "beyond_reach": False,
    "by_casting_vote": False,
    "other": [],
}
OTHER = "If those with a conflict were counted the other way, 9 of 11 would be needed."
CONSENSUS = "Consensus of 11 eligible: nobody objects, and all have spoken"
ALL = "All 11 partners must agree; at least 5 must be there"
QUORUM = "Quorum: 5 of 11 partners; 8 have answered."
MAJORITY = "More than half of 8 who are there: 5 needed"
ASIDE = [
    {"name": "Provide", "why": "not there, without a proxy"},
    {"name": "UCLP", "why": "not there, without a proxy"},
    {"name": "EPUT", "why": "Jo Hall sat for EPUT at this meeting"},
]
WAITS_FOR = "the record of MSE-M1, Sat 14 Jan 2023: who was there"
MEETING = {"reference": "MSE-M1", "on": "2023-01-14", "state": "planned"}
READINGS = (
    "Is the 75% counted by organisation or by Board member (8.4)? Read as partners: at least three quarters "
    "of 11 eligible: 9 needed, carried. Read as members of the Partnership Board: at least three quarters of 14 members: 11 "
    "needed, not carried. Nothing is counted until the partners decide which holds."
)
