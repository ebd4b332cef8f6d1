//! From lirio.toml and an ASL file to the resources of a project.
