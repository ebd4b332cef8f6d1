"""A week in fast forward leaves nothing behind and loses nothing (tests/support/week.py).

LIRIO_WEEK says how many rounds (24 without; `cargo xtask week` for longer ones), LIRIO_SEED which schedule (printed,
so that it can be repeated).
"""

import contextlib
import os
import random
import subprocess
import sys
import time

import pytest

from support.daemons import Dockerd, Unavailable
from support.remains import Remains, small_disk
from support.week import Week, program

ROUNDS = int(os.environ.get("LIRIO_WEEK", "24"))
SEED = int(os.environ.get("LIRIO_SEED") or random.randrange(1 << 32))
# The file system that becomes full.
DISK = os.environ.get("LIRIO_DISK", "tmpfs")
# Actions of a round.
ACTIONS = int(os.environ.get("LIRIO_ACTIONS", "10"))


@pytest.fixture(scope="session")
def programs(tmp_path_factory):
    folder = tmp_path_factory.mktemp("programs")
    return {name: program(folder, name) for name in ("trainer", "server", "function")}


@pytest.fixture
def remains(tmp_path):
    remains = Remains(tmp_path)
    yield remains
    remains.close()


def incidents(rounds, disk, draw):
    """What happens in each round: mostly `kill -9`, at least twenty of them where there are rounds for them."""
    others = ["term", "none"] + (["full", "full, kill", "full, term"] if disk else [])
    chosen = [others[n // 6 % len(others)] if n % 6 == 5 else "kill" for n in range(rounds)]
    draw.shuffle(chosen)
    return chosen


def live(week, programs, rounds, disk, draw):
    """The whole week; what is left after it."""
    try:
        week.open(programs)
        s3 = week.clients["s3"]
        for number in range(3):
            s3.put_object(Bucket=week.stack.bucket, Key=f"in/{number}", Body=random.Random(number).randbytes(50_000 * number))
        for number, incident in enumerate(incidents(rounds, disk, draw)):
            week.round(number, ACTIONS if week.engine is None else ACTIONS // 2, incident)
        begun = time.monotonic()
        week.settle()
        print(f"settled in {time.monotonic() - begun:.1f} s")
        week.tidy()
        left = week.end()
        print({name: count for name, count in sorted(week.happened.items())})
        return left
    except BaseException as error:
        error.add_note(f"LIRIO_WEEK={rounds} LIRIO_SEED={SEED}\n{dict(week.happened)}\n{week.platform.log_tail(80)}")
        raise
    finally:
        if week.platform.alive():
            week.platform.kill()


@pytest.mark.deadline(240 + 30 * ROUNDS)
def test_a_week_leaves_nothing(tmp_path, programs, remains):
    print(f"LIRIO_WEEK={ROUNDS} LIRIO_SEED={SEED}")
    with contextlib.ExitStack() as stack:
        try:
            disk = stack.enter_context(small_disk(tmp_path / "disk", 512, DISK))
            remains.mounted()
        except PermissionError as error:
            disk = None
            print(f"THE DISK DOES NOT BECOME FULL IN THIS RUN: no file system of a size can be mounted: {error}", file=sys.stderr)
        week = Week(tmp_path, remains, SEED, disk=disk)
        left = live(week, programs, ROUNDS, disk, random.Random(SEED + 1))
    assert left == []


@pytest.fixture
def engine(tmp_path_factory, remains):
    folder = tmp_path_factory.mktemp("dockerd")
    try:
        engine = Dockerd(folder)
    except Unavailable as error:
        pytest.skip(f"NO ENGINE HERE: {error}")
    remains.engine(engine.process.pid, folder)
    try:
        yield engine
    finally:
        engine.stop()


@pytest.mark.deadline(240 + 30 * ROUNDS)
def test_a_week_with_an_engine_leaves_nothing(tmp_path, programs, remains, engine):
    """Shorter: a container of an engine takes half a second to start."""
    rounds = max(6, ROUNDS // 4)
    print(f"LIRIO_WEEK={ROUNDS} LIRIO_SEED={SEED}")
    week = Week(tmp_path, remains, SEED, engine=engine)
    assert live(week, programs, rounds, None, random.Random(SEED + 1)) == []
    # The trainer, the server, what functions run in, what keeps doors: not one for each container.
    assert engine.images() <= 6, engine.images()
