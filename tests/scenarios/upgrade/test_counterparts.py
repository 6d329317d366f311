"""What commit b9e7bd4 took for signed copies: carried over as what it is known to be, and nothing more."""

from __future__ import annotations

import sqlite3
from contextlib import closing

from storage import migrate
from tests.scenarios.upgrade import kit

DOCUMENT = "74caf3b113415f5fe7beb1cf40628d38ef05b29bc643264729e5cfa5c544b839"
OTHER = "b6125d36585017c0ac7dad6f8ae58b6f763c366a68319637425d333103e240b6"
COPY = (
    "INSERT INTO counterparts SELECT ?, request_id, ?, ?, number, 'scan', signed_on, name, position, statement, evidence, "
    "?, 'copy.pdf', signed_by, recorded_by, recorded_at, source FROM counterparts WHERE id = 1"
)
COPIES = {
    2: (1, "luhft", DOCUMENT),  # the unsigned document, byte for byte
    3: (1, "alder-hey", OTHER),
    4: (2, "luhft", DOCUMENT),  # of a version that is not the one to sign
    5: (1, "sefton-cvs", None),
}


def states(folder, then=""):
    file = folder / "accord.sqlite3"
    with closing(sqlite3.connect(file)) as connection:
        kit.put_then(connection, "b9e7bd4.sql")
        for row, (version, partner, sha256) in COPIES.items():
            connection.execute(COPY, (row, version, partner, sha256))
        connection.executescript(then)
        connection.commit()
    migrate.upgrade(f"sqlite:///{file}")
    with closing(sqlite3.connect(file)) as connection:
        query = "SELECT id, state FROM counterparts WHERE looked_by IS NULL AND reason IS NULL AND dated_before IS NULL"
        return dict(connection.execute(query).fetchall())


def test_what_counted_is_accepted_and_the_unsigned_document_waits_to_be_looked_at(tmp_path):
    assert states(tmp_path) == {1: "accepted", 2: "handed-in", 3: "accepted", 4: "void", 5: "accepted"}


def test_of_what_took_effect_nothing_is_taken_back(tmp_path):
    then = "UPDATE signature_requests SET state = 'complete' WHERE id = 1"
    assert states(tmp_path, then) == {1: "accepted", 2: "accepted", 3: "accepted", 4: "void", 5: "accepted"}
