package dev.idp;

/** A job, by object or by name. A job cannot be called, only waited for. */
public interface JobRef extends Startable {}
