"""Shuts the process in before it looks at a file: limits of the system, and on Linux a filter of system calls.

Whatever a file makes its reader do, it can then open nothing, reach nobody, start nothing, and is ended when it takes
too much. Each guard that a platform hasn't got is missing in the answer, so that the parent can say so.
"""

import ctypes
import os
import resource
import struct
from collections.abc import Iterator

from profiles.importing.extracting.refused_calls import CALLS

MEMORY = 768 * 2**20  # bytes of address space; a process that has read the longest file takes 250 MB
SECONDS = 5  # of CPU
NO_MORE_FILES = 3  # standard input, output and error are open already

_DIE_WITH_PARENT, _NO_NEW_RIGHTS, _FILTER = 1, 38, 22  # what prctl calls PR_SET_PDEATHSIG, …_NO_NEW_PRIVS, …_SECCOMP
_SIGKILL = 9
# The number by which the kernel knows the machine, and which of a call's two numbers is its own.
_MACHINES = {"x86_64": (0xC000003E, 0), "aarch64": (0xC00000B7, 1)}
_OTHER_ABI = 0x40000000  # from here on calls of x86-64 are numbered once more

_LOAD, _IF_EQUAL, _IF_AT_LEAST, _RETURN = 0x20, 0x15, 0x35, 0x06
_ALLOW, _KILL, _REFUSE = 0x7FFF0000, 0x80000000, 0x00050000 | 1  # 1: EPERM

ALL = ("memory", "cpu", "files", "cores", "processes", "parent", "rights", "calls")


def shut_in() -> tuple[str, ...]:
    """Which guards are in force from now on."""
    return tuple(_guards())


def _guards() -> Iterator[str]:
    yield from _limits()
    try:
        kernel = ctypes.CDLL(None, use_errno=True)
        control = kernel.prctl
    except (OSError, AttributeError):
        return
    if control(_DIE_WITH_PARENT, _SIGKILL, 0, 0, 0) == 0:
        yield "parent"
    if control(_NO_NEW_RIGHTS, 1, 0, 0, 0) == 0:
        yield "rights"
        if _filter_calls(control):
            yield "calls"


def _limits() -> Iterator[str]:
    wanted = (
        ("memory", "RLIMIT_AS", MEMORY),
        ("cpu", "RLIMIT_CPU", SECONDS),
        ("files", "RLIMIT_NOFILE", NO_MORE_FILES),
        ("files", "RLIMIT_FSIZE", 0),
        ("cores", "RLIMIT_CORE", 0),
        ("processes", "RLIMIT_NPROC", 0),
    )
    missing = {name for name, limit, most in wanted if not _limit(limit, most)}
    yield from (name for name in dict.fromkeys(name for name, *_ in wanted) if name not in missing)


def _limit(name: str, most: int) -> bool:
    try:
        resource.setrlimit(getattr(resource, name), (most, most))
    except (AttributeError, OSError, ValueError):
        return False
    return True


def _filter_calls(control: "ctypes._NamedFuncPointer") -> bool:
    machine = _MACHINES.get(os.uname().machine)
    if machine is None:
        return False
    program = _program(*machine)
    steps = ctypes.create_string_buffer(program)
    whole = _Program(len(program) // 8, ctypes.cast(steps, ctypes.c_void_p))
    return bool(control(_FILTER, 2, ctypes.byref(whole), 0, 0) == 0)


class _Program(ctypes.Structure):
    _fields_ = [("length", ctypes.c_ushort), ("steps", ctypes.c_void_p)]


def _program(machine: int, column: int) -> bytes:
    """The filter's steps, of 8 bytes: another machine's calls end the process, those in the table are refused with
    EPERM, the others go through."""
    refused = [numbers[column] for numbers in CALLS.values()]
    numbers = [number for number in refused if number is not None]
    to_refusal = len(numbers) + 1  # steps from the first comparison to the last line
    steps = [
        _step(_LOAD, 4),
        _step(_IF_EQUAL, machine, yes=1),
        _step(_RETURN, _KILL),
        _step(_LOAD, 0),
        _step(_IF_AT_LEAST, _OTHER_ABI, yes=to_refusal),
        *(_step(_IF_EQUAL, number, yes=to_refusal - 1 - at) for at, number in enumerate(numbers)),
        _step(_RETURN, _ALLOW),
        _step(_RETURN, _REFUSE),
    ]
    return b"".join(steps)


def _step(code: int, value: int, yes: int = 0, no: int = 0) -> bytes:
    """yes, no: how many steps are left out when it holds, and when it doesn't."""
    return struct.pack("HBBI", code, yes, no, value)
