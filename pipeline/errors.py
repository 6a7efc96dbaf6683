"""Every way saraban can fail, each with a stable code, advice for a clerk, and an exit status.

Two branches matter to callers: a `FileRefused` concerns one file, which goes to quarantine while
the next one is taken; a `ToolMissing` concerns the machine and stops the run.
"""


class SarabanError(Exception):
    """Base of all errors. `code` is stable for scripts; the message tells a person what to do."""

    code = "error"
    exit_status = 1

    def __init__(self, message: str, code: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        if code is not None:
            self.code = code


class FileRefused(SarabanError):
    """This file cannot be read or may not be taken in. The next file can."""

    code = "refused"


class ToolMissing(SarabanError):
    """A program or model the reading needs is not installed. No file can be read."""

    code = "tool_missing"


class NotFound(SarabanError):
    """Nothing in the archive answers to what was asked for."""

    code = "not_found"


class Ambiguous(SarabanError):
    """Several documents answer to what was asked for. `candidates` holds their ids."""

    code = "ambiguous"

    def __init__(self, message: str, candidates: tuple[str, ...]) -> None:
        super().__init__(message)
        self.candidates = candidates


class BadQuery(SarabanError):
    """The query cannot be understood."""

    code = "bad_query"


class BadOption(BadQuery):
    """What an option was given is none of the things it can be: wrong usage."""

    exit_status = 2


class LoginNeeded(SarabanError):
    """Nobody has logged in, or the session has ended."""

    code = "login_needed"


class LoginRefused(SarabanError):
    """Name and password do not belong together, or were tried too often: then `wait` says for how
    many seconds nothing is tried."""

    code = "login_refused"

    def __init__(self, message: str, code: str | None = None, wait: int = 0) -> None:
        super().__init__(message, code)
        self.wait = wait


class AccountRefused(SarabanError):
    """There cannot be such an account."""

    code = "account_refused"


class NoAccounts(SarabanError):
    """The archive would be shown to others, and nobody keeps accounts."""

    code = "no_accounts"


class NotAllowed(SarabanError):
    """This person may not do this."""

    code = "not_allowed"


class ArchiveBusy(SarabanError):
    """Another process is writing to the archive; trying again later helps."""

    code = "archive_busy"


class ArchiveUnusable(SarabanError):
    """The catalogue cannot be read or written, whatever is asked of it: its disk is full, its
    server away, its file no database."""

    code = "archive_unusable"


class UnitsRefused(SarabanError):
    """The office's own table of units cannot be read."""

    code = "units_refused"
