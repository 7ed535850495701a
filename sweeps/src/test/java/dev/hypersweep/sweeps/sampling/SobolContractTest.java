package dev.hypersweep.sweeps.sampling;

class SobolContractTest extends SamplerContract {

  @Override
  String name() {
    return "sobol";
  }
}
