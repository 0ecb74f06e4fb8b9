"""Read an SSSOM file with sssom-py, validate it, and print what it holds as JSON."""

from __future__ import annotations

import json
import sys


def main() -> None:
    from sssom.constants import _get_sssom_schema_object
    from sssom.parsers import parse_sssom_table
    from sssom.validators import validate

    # Not with strict=True: in sssom-py 0.4.21 that refuses every file whose metadata are right.
    mappings = parse_sssom_table(sys.argv[1])
    schema = _get_sssom_schema_object()
    found = {
        "metadata": mappings.metadata,
        "prefixes": mappings.prefix_map,
        "rows": json.loads(mappings.df.to_json(orient="records")),
        "problems": [
            result.message
            for report in validate(mappings, fail_on_error=False).values()
            if report is not None
            for result in report.results
        ],
        "slots of a set": schema.mapping_set_slots,
        "slots of a mapping": schema.mapping_slots,
    }
    sys.stdout.write(json.dumps(found, default=str))


if __name__ == "__main__":
    main()
