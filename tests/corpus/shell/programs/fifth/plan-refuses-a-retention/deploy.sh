#!/usr/bin/env bash
set -Eeuo pipefail
export TF_IN_AUTOMATION=1 TF_CLI_ARGS="-no-color" CHECKPOINT_DISABLE=1
trap 'echo "::error:: deploy of $STAGE stopped (line $LINENO)"; rm -f plan.bin' ERR

STAGE=${1:-staging}
echo "==> init"
terraform init -input=false
echo "==> validate"
terraform validate
echo "==> plan for $STAGE"
terraform plan -input=false -lock-timeout=5s -var-file="$STAGE.tfvars" -out=plan.bin
echo "==> apply"
terraform apply -input=false plan.bin
