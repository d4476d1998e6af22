package dev.idp.tests.explain;

import dev.idp.Service;

/** A company's own words around those of the library. */
final class Company {

    private Company() {}

    static Service.Builder service(String name) {
        return image(Service.named(name)); // (named)
    }

    private static Service.Builder image(Service.Builder service) {
        return service.image("registry.company.example/all:1"); // (image)
    }
}
