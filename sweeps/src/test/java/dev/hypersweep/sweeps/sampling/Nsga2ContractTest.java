package dev.hypersweep.sweeps.sampling;

class Nsga2ContractTest extends SamplerContract {

  @Override
  String name() {
    return "nsga2";
  }
}
