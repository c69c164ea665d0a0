"""Many files, read in parts on one core, on all cores, or on a cluster.

A part is one JSON Lines or Parquet file; :func:`extract_part` is what every engine runs,
whole, for one part at a time, so the engine, the order and the number of parts change nothing
in what comes out.
"""

from aleppomap.batch.engines import ENGINES, run
from aleppomap.batch.parts import Job, PartResult, extract_part, find_jobs

__all__ = ["ENGINES", "Job", "PartResult", "extract_part", "find_jobs", "run"]
