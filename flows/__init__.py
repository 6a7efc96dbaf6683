"""The recipe from inbox to linked record.

Prefect reads its settings from the environment when it is first imported, by `flows.ingest`; what
is set here holds unless whoever runs the program chose otherwise.
"""

import os

for name, value in {
    "DO_NOT_TRACK": "1",  # no word of what is done here leaves the machine
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": "180",  # 20 fail on a busy machine
    "PREFECT_LOGGING_LEVEL": "CRITICAL",  # states and errors are in Prefect's UI, results in ours
    "PREFECT_SERVER_LOGGING_LEVEL": "CRITICAL",
}.items():
    os.environ.setdefault(name, value)
