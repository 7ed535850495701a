package dev.hypersweep.sweeps.sampling;

class TpeContractTest extends SamplerContract {

  @Override
  String name() {
    return "tpe";
  }
}
