"""The shop by text templates: one rendering for each file."""

import sys
from pathlib import Path

from jinja2 import Environment, FileSystemLoader

ENVIRONMENTS = [("dev", 2, 4), ("staging", 2, 4), ("prod", 3, 9)]


def others(size, index, numbers):
    return sorted({f"service-{number % size}" for number in numbers if number % size != index})


def main(size, out):
    templates = Environment(
        loader=FileSystemLoader(Path(__file__).parent), trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True
    )
    template = templates.get_template("workload.yaml.j2")
    for environment, min_replicas, max_replicas in ENVIRONMENTS:
        directory = out / environment / "workloads"
        directory.mkdir(parents=True)
        for index in range(size):
            text = template.render(
                environment=environment,
                min_replicas=min_replicas,
                max_replicas=max_replicas,
                index=index,
                first=(index + 1) % size,
                second=(index + 7) % size,
                callers=others(size, index, [index - 1, index - 7]),
                called=others(size, index, [index + 1, index + 7]),
            )
            (directory / f"service-{index}.yaml").write_text(text)


main(int(sys.argv[1]), Path(sys.argv[2]))
