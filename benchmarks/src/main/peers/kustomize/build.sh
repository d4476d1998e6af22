#!/bin/sh
# One build for each service and environment: build.sh SOURCES OUT COMMAND...
set -e
sources=$1
out=$2
shift 2
for environment in dev staging prod; do
  mkdir -p "$out/$environment/workloads"
  for overlay in "$sources"/overlays/"$environment"/*; do
    "$@" "$overlay" > "$out/$environment/workloads/${overlay##*/}.yaml"
  done
done
