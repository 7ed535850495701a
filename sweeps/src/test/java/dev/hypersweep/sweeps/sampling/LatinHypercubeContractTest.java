package dev.hypersweep.sweeps.sampling;

class LatinHypercubeContractTest extends SamplerContract {

  @Override
  String name() {
    return "lhs";
  }
}
