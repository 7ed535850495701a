package dev.hypersweep.sweeps.sampling;

class RandomContractTest extends SamplerContract {

  @Override
  String name() {
    return "random";
  }
}
