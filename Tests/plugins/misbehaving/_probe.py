"""What probes of the sandbox share: each tries something at `finish` and tells how it went.

Every remark is `WHAT: allowed`, `WHAT: denied` or `WHAT: absent` (there is no such thing to reach),
and nothing else, so that a test can ask for no `allowed`.
"""
import errno
import sys

import _wire

ABSENT = (errno.ENOENT, errno.ENXIO, errno.ECONNREFUSED, errno.ESRCH, errno.EAFNOSUPPORT)


def attempt(what, action):
    """The remark on trying something. The reason of a refusal goes to standard error."""
    try:
        action()
    except OSError as problem:
        print("%s: %s" % (what, problem), file=sys.stderr)
        return "%s: %s" % (what, "absent" if problem.errno in ABSENT else "denied")
    except MemoryError:
        return "%s: denied" % what
    return "%s: allowed" % what


def probe(*actions):
    """Tries pairs of a name and an action. An action may also be given the parameters."""
    def finish(request, rows):
        remarks = []
        for what, action in actions:
            wants_params = action.__code__.co_argcount > 0
            remarks.append(attempt(what, (lambda: action(request["params"])) if wants_params
                                   else action))
        return _wire.measured(rows, remarks=remarks)
    _wire.serve({"finish": finish})
