"""How often a program that serves pages looks for garbage in circles.

Python looks through what was made lately after every 700 objects, and through all that stays when
a quarter has been added. A page makes tens of thousands that are gone, without circles, when it is
sent; looking through them while it is made cost the largest pages a third of their time.
"""

from __future__ import annotations

import gc

_MADE = 50_000  # objects of a large page


def rarely_look_for_garbage() -> None:
    """Once all that stays is loaded: leave it out, and look only when a page has been made."""
    gc.freeze()
    gc.set_threshold(_MADE, 20, 20)
