"""What every test has: no setting of the developer's, no network, and a fresh database of each kind.

`database_url` is the address of a migrated, empty database; a test that asks for it runs on SQLite and on PostgreSQL.
`engine` is that database opened as the application opens it. `bare_database_url` has no tables yet.

A scenario told as a table runs on both databases too, its rows by turns, and so do the scenarios of a module that says
`TAKE_TURNS`; `pytest --every-row` runs each on each.
"""

from __future__ import annotations

import functools
import gc
import ipaddress
import os
import shutil
import socket
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import hypothesis
import pytest
from sqlalchemy import Engine

from tests.browsers import browser
from tests.databases import NoPostgreSQL, PostgreSQL, postgresql, text

__all__ = ["browser"]

BOTH = ("sqlite", "postgresql")
hypothesis.settings.register_profile(  # a busy machine is no failure
    "accord", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow]
)
hypothesis.settings.load_profile("accord")
OURS = ("ACCORD_", "SLACK_", "PG", "DATABASE_URL")
for _name in list(os.environ):  # before any module of ours is imported, because some may read them then
    if _name.startswith(OURS):
        del os.environ[_name]

LARGE = 500_000  # bytes of a table: from here on, truncating is quicker than deleting
OUTCOME = pytest.StashKey[dict[str, str]]()


# --- PostgreSQL: a server for each process of the run, started when the first test asks for it ----------------------


@pytest.fixture(scope="session")
def _server(pytestconfig: pytest.Config) -> Iterator[PostgreSQL | NoPostgreSQL]:
    said = pytestconfig.stash[OUTCOME]
    with_server = postgresql()
    try:
        server = with_server.__enter__()
    except NoPostgreSQL as why:
        said["fault"] = str(why)
        yield why
        return
    said["version"] = server.version
    try:
        yield server
    finally:
        with_server.__exit__(None, None, None)


@pytest.fixture(scope="session")
def _template(_server: PostgreSQL | NoPostgreSQL, worker_name: str) -> Iterator[PostgreSQL | NoPostgreSQL]:
    """A migrated database of our own on the server, that tests take turns in."""
    if isinstance(_server, NoPostgreSQL):
        yield _server
        return
    from storage import migrate

    name = f"accord_test_{os.getpid()}_{worker_name}"
    _server.run(f"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8'")
    ours = PostgreSQL(_server.url.set(database=name), _server.version)
    try:
        migrate.upgrade(text(ours.url))
        yield ours
    finally:
        _server.run(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(scope="session")
def worker_name() -> str:
    """The name of this process among those that run the tests."""
    return os.environ.get("PYTEST_XDIST_WORKER", "gw0")


@pytest.fixture
def postgresql_server(_template: PostgreSQL | NoPostgreSQL) -> PostgreSQL:
    """The server, for tests that are about PostgreSQL itself; they are skipped where there is none."""
    if isinstance(_template, NoPostgreSQL):
        words = f"PostgreSQL cannot be tested: {_template}"
        if os.environ.get("CI", "").lower() in ("1", "true", "yes"):
            pytest.fail(words)
        pytest.skip(words)
    return _template


def _emptied(server: PostgreSQL) -> str:
    """Empty the database. Deleting takes 3 ms, truncating 100, and copying a template 50 to 500."""
    from storage.tables import metadata

    others = "datname = current_database() AND pid <> pg_backend_pid()"  # left open by an earlier test, with its locks
    steps = [f"PERFORM pg_terminate_backend(pid) FROM pg_stat_activity WHERE {others}"]
    for table in reversed(metadata.sorted_tables):  # some may be newer than the newest migration: to_regclass is NULL
        size = f"pg_relation_size(to_regclass('{table.name}'))"
        steps += [
            f'IF {size} > {LARGE} THEN TRUNCATE "{table.name}" CASCADE',
            f'ELSIF {size} > 0 THEN DELETE FROM "{table.name}"',
            "END IF",
        ]
    steps.append("PERFORM setval(oid::regclass, 1, false) FROM pg_class WHERE relkind = 'S'")
    server.run(f"DO $$ BEGIN {'; '.join(steps)}; END $$")
    return text(server.url)


# --- Databases for tests --------------------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def _migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from storage import migrate

    path = tmp_path_factory.mktemp("migrated") / "accord.sqlite3"
    migrate.upgrade(f"sqlite:///{path}")
    return path


@pytest.fixture(scope="session")
def _sqlite_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("sqlite")


@pytest.fixture(params=BOTH)
def database_url(request: pytest.FixtureRequest) -> str:
    """The address of a migrated, empty database: one address a kind, so that its engine need not be a new one."""
    if request.param == "postgresql":
        return _emptied(request.getfixturevalue("postgresql_server"))
    folder: Path = request.getfixturevalue("_sqlite_folder")
    for left in folder.iterdir():
        left.unlink()
    shutil.copyfile(request.getfixturevalue("_migrated_file"), folder / "accord.sqlite3")
    return f"sqlite:///{folder / 'accord.sqlite3'}"


@pytest.fixture(params=BOTH)
def bare_database_url(request: pytest.FixtureRequest, make_bare_database: Callable[[str], str]) -> str:
    """The address of a database without any table."""
    return make_bare_database(request.param)


@pytest.fixture
def make_bare_database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Callable[[str], str]]:
    """A function from "sqlite" or "postgresql" to the address of a new database without any table."""
    made: list[tuple[PostgreSQL, str]] = []

    def make(kind: str) -> str:
        if kind == "sqlite":
            return f"sqlite:///{tmp_path / f'bare{len(list(tmp_path.iterdir()))}.sqlite3'}"
        server: PostgreSQL = request.getfixturevalue("postgresql_server")
        schema = f"bare_{len(made)}"  # a schema of its own: a tenth of the time of a database
        server.run(f"DROP SCHEMA IF EXISTS {schema} CASCADE; CREATE SCHEMA {schema}")
        made.append((server, schema))
        return text(server.url.update_query_dict({"options": f"-csearch_path={schema}"}))

    yield make
    for server, schema in made:
        server.run(f"DROP SCHEMA {schema} CASCADE")


@pytest.fixture(scope="session")
def open_once() -> Callable[[str, float], Engine]:
    """What opens a database as the application does, given its address and how long to wait for rows there.

    It opens each once: an engine keeps the statements that it has compiled.
    """
    from storage.database import open_engine

    return functools.cache(lambda url, busy_seconds: open_engine(url, busy_seconds=busy_seconds))


@pytest.fixture
def engine(database_url: str, open_once: Callable[[str, float], Engine]) -> Iterator[Engine]:
    """A migrated, empty database, opened as the application opens it, but for how long it waits for rows."""
    from tests.patience import LONG_SECONDS

    opened = open_once(database_url, LONG_SECONDS)
    yield opened
    opened.dispose()


@pytest.fixture
def make_migrated(make_bare_database: Callable[[str], str]) -> Iterator[Callable[[str], Engine]]:
    """A function from "sqlite" or "postgresql" to a migrated, empty database, for what is about one of the two."""
    from storage import migrate
    from storage.database import open_engine
    from tests.patience import LONG_SECONDS

    opened: list[Engine] = []

    def make(kind: str) -> Engine:
        url = make_bare_database(kind)
        migrate.upgrade(url)
        opened.append(open_engine(url, busy_seconds=LONG_SECONDS))
        return opened[-1]

    yield make
    for engine in opened:
        engine.dispose()


# --- No way out -----------------------------------------------------------------------------------------------------


class OutsideNetworkError(AssertionError):
    """A test tried to reach something that is not on this machine."""


def _check(host: object) -> None:
    name = host.decode() if isinstance(host, bytes) else host
    if name in (None, "", "localhost"):
        return
    try:
        if ipaddress.ip_address(str(name).split("%", 1)[0]).is_loopback:
            return
    except ValueError:
        pass
    raise OutsideNetworkError(f"a test tried to reach {name}; only this machine is allowed")


@pytest.fixture(scope="session", autouse=True)
def _no_outside_network() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        for name in ("connect", "connect_ex", "sendto"):
            patch.setattr(socket.socket, name, _guarded(getattr(socket.socket, name)), raising=True)
        look_up = socket.getaddrinfo

        def getaddrinfo(host: Any, *args: Any, **kwargs: Any) -> Any:
            if host not in ("0.0.0.0", "::"):  # to listen on
                _check(host)
            return look_up(host, *args, **kwargs)

        patch.setattr(socket, "getaddrinfo", getaddrinfo)
        yield


def _guarded(method: Callable[..., Any]) -> Callable[..., Any]:
    def call(self: socket.socket, *args: Any) -> Any:
        if self.family in (socket.AF_INET, socket.AF_INET6):
            _check(args[-1][0])  # the address is the last argument of all three
        return method(self, *args)

    return call


# --- Rows by turns --------------------------------------------------------------------------------------------------


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--every-row", action="store_true", help="run each row of a scenario's table on both databases")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.getoption("--every-row"):
        return
    seen: defaultdict[str, dict[str, None]] = defaultdict(dict)  # the rows of each table, in order
    passed_over: list[pytest.Item] = []
    for item in items:
        table, row, on = _place(item)
        if row is None:
            continue
        rows = seen[table]
        rows.setdefault(row)
        if on != BOTH[list(rows).index(row) % 2]:
            passed_over.append(item)
    if passed_over:
        gone = set(passed_over)
        items[:] = [item for item in items if item not in gone]
        config.hook.pytest_deselected(items=passed_over)


def _place(item: pytest.Item) -> tuple[str, str | None, str]:
    """Return a scenario's table, which row of it it is (None: it runs on both), and the database it runs on.

    The scenarios of a module with `TAKE_TURNS` are a table too: long stories of one workflow, over the same queries.
    """
    call = getattr(item, "callspec", None)
    if call is None or "scenarios" not in item.path.parts or "database_url" not in call.params:
        return "", None, ""
    on = str(call.params["database_url"])
    rest = "-".join(part for part in call._idlist if part != on)
    if not rest and getattr(getattr(item, "module", None), "TAKE_TURNS", False):
        return str(item.path), item.nodeid.partition("[")[0], on
    return item.nodeid.partition("[")[0], rest or None, on


# --- Looking for rubbish --------------------------------------------------------------------------------------------


def pytest_collection_finish() -> None:
    """Let the collector of rubbish pass over what stays until the end: modules and tests, half a million objects.

    And let it come round less often: as Python has it, it takes an eighth of the time of the stories.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000, 10, 10)


# --- What the last lines say of PostgreSQL --------------------------------------------------------------------------


def pytest_configure(config: pytest.Config) -> None:
    config.stash[OUTCOME] = {}


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    output = getattr(session.config, "workeroutput", None)
    if output is not None:
        output["postgresql"] = session.config.stash[OUTCOME]


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any, error: object) -> None:
    node.config.stash[OUTCOME].update(getattr(node, "workeroutput", {}).get("postgresql", {}))


@pytest.hookimpl(trylast=True)
def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    said = config.stash[OUTCOME]
    if "fault" in said:
        words = f"PostgreSQL was NOT tested: {said['fault']}. Set TEST_DATABASE_URL to a server where we may create databases."
        terminalreporter.write_line(words, red=True, bold=True)
    elif "version" in said:
        terminalreporter.write_line(f"PostgreSQL {said['version']} tested")
