package dev.idp.tests.generated;

import dev.idp.Job;
import dev.idp.Port;
import dev.idp.Service;
import dev.idp.spi.Part;
import dev.idp.spi.PartContents;
import java.util.List;

/**
 * A part that brings what it was given.
 *
 * @param id what it is called
 * @param services its services
 * @param jobs its jobs
 * @param parts what it takes itself
 * @param needs the services that others must supply
 */
public record RandomPart(String id, List<Service> services, List<Job> jobs, List<Part> parts, List<String> needs)
        implements Part {

    @Override
    public String version() {
        return "1.0";
    }

    @Override
    public void compose(PartContents part) {
        part.services(services.toArray(Service[]::new));
        part.jobs(jobs.toArray(Job[]::new));
        part.parts(parts.toArray(Part[]::new));
        needs.forEach(need -> part.needs(need, Port.http(1).servedOn(80)));
    }
}
