"""Files that mean harm end in a bounded time, with a sentence, and leave nothing behind."""

import resource
import time

import pytest

from profiles.importing import sentences
from profiles.importing.extracting.running import LONGEST
from profiles.importing.pieces import Refused, Understood
from profiles.importing.reading import read
from tests.profiles.hostile import HOSTILE, READ
from tests.profiles.known import KNOWN, TODAY

VERDICTS = {sentence: name for name, sentence in (*sentences.OF_TROUBLE.items(), *sentences.OF_WRONG.items())} | {
    sentences.NOT_JSON: "not json",
    sentences.NOT_A_RESUME: "not a résumé",
    sentences.JSON_TOO_LARGE: "json too large",
}
MOST_GROWTH = 32  # MB; reading the longest text takes some of it


def verdict(answer: Understood | Refused) -> str:
    return READ if isinstance(answer, Understood) else VERDICTS[answer.sentence]


def peak() -> int:
    """Of this process, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def test_there_are_enough_of_them():
    assert len(HOSTILE) >= 40


@pytest.mark.parametrize("name", HOSTILE)
def test_each_ends_with_its_verdict_and_this_process_stays_small(name):
    file_name, make, verdicts = HOSTILE[name]
    content = make()
    before, started = peak(), time.monotonic()
    answer = read(file_name, content, KNOWN, TODAY)
    assert time.monotonic() - started < LONGEST + 3
    assert verdict(answer) in verdicts
    assert peak() - before < MOST_GROWTH


def test_each_trouble_has_a_sentence_of_its_own():
    said = [*sentences.OF_WRONG.values(), *sentences.OF_TROUBLE.values()]
    assert all(sentence.endswith(".") for sentence in said)
    assert len(set(said)) == len(said)
