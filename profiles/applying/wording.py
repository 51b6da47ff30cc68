"""What comes next with an application, in a sentence: pure."""

from profiles.applying.states import State, Way

STEPS = {
    State.SENT: "Nobody has looked at it yet. You are told by e-mail when something changes.",
    State.SEEN: "It is being looked at. You are told by e-mail when something changes.",
    State.SHORTLISTED: "You are on the short list: expect to hear from the employer.",
    State.DECLINED: "It is over: somebody else was taken, or nobody was.",
    State.HIRED: "You are taken. The employer settles the rest with you.",
    State.WITHDRAWN: "It is over, unless you apply again.",
}
OWN_STEPS = {
    State.NOTED: "Send it on the employer’s own page, then write down here what they answer.",
    State.SEEN: "They are looking at it. Write down here what they answer.",
    State.SHORTLISTED: "You are on the short list, as you noted. Write down here how it ends.",
}
CLOSED = "The job is closed, and no answer is known. Ask the employer, or count it as over."
NOBODY = "Nothing comes of it: the job is invented, and this went to nobody."


def next_step(way: str, status: str, *, is_job_open: bool, is_sample: bool = False) -> str:
    """is_job_open: whether it still takes applications; one that is over has no step but that."""
    state = State(status)
    if is_sample and state != State.WITHDRAWN:
        return NOBODY
    if not is_job_open and state in (State.SENT, State.NOTED, State.SEEN):
        return CLOSED
    own = OWN_STEPS if way == Way.ELSEWHERE else {}
    return own.get(state) or STEPS[state]
