package dev.idp.testing.generate;

import dev.idp.Job;
import dev.idp.Port;
import dev.idp.Service;
import dev.idp.spi.Part;
import dev.idp.spi.PartContents;
import java.util.ArrayList;
import java.util.List;

/**
 * A made-up part that brings what it was given.
 *
 * @param variable the variable that holds it
 * @param services its services
 * @param jobs its jobs
 * @param parts what it takes itself
 * @param needs the services that others must supply, each with the number under which it is reached
 */
record MadePart(String variable, List<Service> services, List<Job> jobs, List<MadePart> parts, List<Need> needs)
        implements Part {

    /**
     * A service that others must supply.
     *
     * @param service its name
     * @param port the number under which it is reached
     */
    record Need(String service, int port) {}

    @Override
    public String id() {
        return "example:" + variable;
    }

    @Override
    public String version() {
        return "1.0";
    }

    @Override
    public void compose(PartContents part) {
        part.services(services.toArray(Service[]::new));
        part.jobs(jobs.toArray(Job[]::new));
        part.parts(parts.toArray(Part[]::new));
        needs.forEach(need -> part.needs(need.service(), Port.http(1).servedOn(need.port())));
    }

    void list(Listing listing) {
        List<String> lines = new ArrayList<>();
        services.forEach(service -> lines.add("part.services(" + service.name() + ");"));
        jobs.forEach(job -> lines.add("part.jobs(" + job.name() + ");"));
        parts.forEach(part -> lines.add("part.parts(" + part.variable() + ");"));
        needs.forEach(need ->
                lines.add("part.needs(\"" + need.service() + "\", Port.http(1).servedOn(" + need.port() + "));"));
        StringBuilder source = new StringBuilder("Part " + variable + " = new Part() {\n");
        MadePaths.method(source, "String id()", "return \"" + id() + "\";");
        MadePaths.method(source, "String version()", "return \"1.0\";");
        MadePaths.method(source, "void compose(PartContents part)", lines.toArray(String[]::new));
        listing.add(variable, source.append("};\n").toString());
    }
}
