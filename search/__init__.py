"""Third floor: passages, indexes, snapshots and answers."""

import os

# A query multiplies one vector by some thousands: a second thread costs more than it saves (on two busy cores a search
# took 26 ms of CPU time with one, 44 with two). numpy reads this when it is first imported; what a user has set stays.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
