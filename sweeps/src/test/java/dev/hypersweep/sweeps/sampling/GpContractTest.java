package dev.hypersweep.sweeps.sampling;

class GpContractTest extends SamplerContract {

  @Override
  String name() {
    return "gp";
  }
}
