#!/usr/bin/env bash
# Builds the container and pushes it to ECR: AWS's, or that of the platform at AWS_ENDPOINT_URL
# (`eval "$(lirio env)"`). It takes the AWS CLI and docker; account, region and keys are those of the AWS CLI
# (AWS_PROFILE chooses among its profiles).
set -euo pipefail

usage="Usage: $0 [IMAGE [REPOSITORY [CONTEXT [MODEL_FOLDER [DATA_FOLDER]]]]] [-- OPTIONS OF docker build]

For AWS from a machine with another processor:  $0 -- --platform linux/amd64"

words=()
while [ $# -gt 0 ] && [ "$1" != -- ]; do
    case $1 in -*) echo "$usage"; [ "$1" = --help ] && exit 0 || exit 2 ;; esac
    words+=("$1")
    shift
done
[ $# -eq 0 ] || shift
[ ${#words[@]} -le 5 ] || { echo "$usage" >&2; exit 2; }

cd "$(dirname "$0")"
image=${words[0]:-iris-sklearn}
repository=${words[1]:-$image}
context=${words[2]:-.}
model_folder=${words[3]:-model_src}
data_folder=${words[4]:-test_dir}

# The registry says itself where it is: ACCOUNT.dkr.ecr.REGION.amazonaws.com, or the platform's address.
registry=$(aws ecr get-authorization-token --query 'authorizationData[0].proxyEndpoint' --output text)
registry=${registry#*://}
name=$registry/$repository:latest

if ! aws ecr describe-repositories --repository-names "$repository" > /dev/null 2>&1; then
    aws ecr create-repository --repository-name "$repository" > /dev/null
fi
aws ecr get-login-password | docker login --username AWS --password-stdin "$registry"

# One image, not a list of an image and its attestation, which SageMaker does not take.
export BUILDX_NO_DEFAULT_ATTESTATIONS=1
docker build --tag "$image" \
    --build-arg MODEL_FOLDER_NAME="$model_folder" --build-arg DATA_INPUT="$data_folder" "$@" "$context"
docker tag "$image" "$name"
docker push "$name"
echo "pushed $name"
