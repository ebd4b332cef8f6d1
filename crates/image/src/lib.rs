//! OCI images: manifests, layers, building and unpacking.
