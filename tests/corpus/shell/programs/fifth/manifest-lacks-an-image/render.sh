#!/usr/bin/env bash
set -euo pipefail
step() { echo; echo "### $*"; }
render() {
    local env=$1
    yq -y --arg tag "$TAG" '.services |= map(.image = (.image + ":" + $tag))' "$env.yaml" > "out/$env.yaml"
    jq -e '.services | length > 0' <(yq . "out/$env.yaml") >/dev/null
    echo "rendered $env"
}
mkdir -p out
TAG=${TAG:-2026.11.27}
step "render dev";  render dev
step "render prod"; render prod
step "ship"
tar -cvf manifests.tar out
