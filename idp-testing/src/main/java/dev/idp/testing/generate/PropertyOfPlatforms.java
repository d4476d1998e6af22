package dev.idp.testing.generate;

/** A law that must hold for whole platforms. */
public final class PropertyOfPlatforms extends Property<PropertyOfPlatforms> {

    PropertyOfPlatforms() {}

    @Override
    Made.Maker maker() {
        return MadePlatform::make;
    }

    @Override
    PropertyOfPlatforms self() {
        return this;
    }
}
