package dev.hypersweep.sweeps.sampling;

class AutoContractTest extends SamplerContract {

  @Override
  String name() {
    return "auto";
  }
}
