//! From an image and a specification to a running container.
