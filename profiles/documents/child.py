"""A process that makes one file and ends: facts come in on its standard input, the file goes out."""

import json
import pickle
import resource
import sys

from profiles.facts import ProfileFacts

SECONDS, MEMORY = 10, 1_500_000_000  # of the processor; bytes of addresses, most of which are never touched


def main(kind: str, pages: int) -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    facts = pickle.loads(sys.stdin.buffer.read())  # noqa: S301  # files.py alone starts us
    sys.stdout.buffer.write(_pdf(facts, pages) if kind == "pdf" else _word(facts))


def _pdf(facts: ProfileFacts, pages: int) -> bytes:
    from profiles.documents.setting import set_pdf

    made = set_pdf(facts, pages)
    return json.dumps({"step": made.step, "pages": made.pages}).encode() + b"\n" + made.body


def _word(facts: ProfileFacts) -> bytes:
    from profiles.documents.word import word_file

    return word_file(facts)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
