package dev.hypersweep.sweeps.sampling;

class CmaEsContractTest extends SamplerContract {

  @Override
  String name() {
    return "cmaes";
  }
}
