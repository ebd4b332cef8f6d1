//! What every service of the platform is written against: context, registry, door.
