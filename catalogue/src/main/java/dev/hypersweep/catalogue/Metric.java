package dev.hypersweep.catalogue;

import java.util.Arrays;
import java.util.Optional;

/**
 * How predictions are scored. A changed definition is a new version, never a changed old one. Where
 * a metric is undefined (a correlation with a constant, a mean over nothing) its value is NaN
 * unless its description says otherwise.
 */
public enum Metric {
  /** Share of examples whose predicted class is the gold one. */
  ACCURACY("accuracy", 1, true, Scale.FRACTION),
  /** Mean recall of the classes that occur in the gold labels. */
  BALANCED_ACCURACY("balanced_accuracy", 1, true, Scale.FRACTION),
  /** Precision of the positive class; 0 if nothing was predicted positive. */
  PRECISION("precision", 1, true, Scale.FRACTION),
  /** Recall of the positive class; 0 if nothing is positive. */
  RECALL("recall", 1, true, Scale.FRACTION),
  /** F1 of the positive class; 0 where it is 0/0. */
  F1("f1", 1, true, Scale.FRACTION),
  /** Mean F1 of all declared classes, one that never occurs counts 0. */
  MACRO_F1("macro_f1", 1, true, Scale.FRACTION),
  /** Mean F1 of all declared classes, weighted by how often each is gold. */
  WEIGHTED_F1("weighted_f1", 1, true, Scale.FRACTION),
  /** Matthews correlation (Matthews 1975, Gorodkin 2004); 0 for a constant answer. */
  MATTHEWS("matthews", 1, true, Scale.CORRELATION),
  /** Cohen's kappa: agreement beyond chance. */
  COHEN_KAPPA("cohen_kappa", 1, true, Scale.CORRELATION),

  /** Pearson's product-moment correlation. */
  PEARSON("pearson", 1, true, Scale.CORRELATION),
  /** Spearman's correlation of ranks; ties have their mean rank. */
  SPEARMAN("spearman", 1, true, Scale.CORRELATION),
  /** Kendall's tau-b. */
  KENDALL("kendall", 1, true, Scale.CORRELATION),

  /**
   * Share of questions answered exactly: the text of one right answer after SQuAD's normalisation,
   * or, for MultiRC, all of a question's answers judged rightly.
   */
  EXACT_MATCH("exact_match", 1, true, Scale.FRACTION),
  /** Mean over questions of the words' F1 with the best answer, SQuAD 1.1 (Rajpurkar 2016). */
  SQUAD_F1("squad_f1", 1, true, Scale.FRACTION),
  /** MultiRC's F1 over all answers of all questions (Khashabi 2018). */
  F1A("f1a", 1, true, Scale.FRACTION),
  /** Share of pairs that differ in gender only and got the same answer (Winogender, AX-g). */
  GENDER_PARITY("gender_parity", 1, true, Scale.FRACTION),

  /** ROUGE-1 (Lin 2004), F1, Porter's stemmer. */
  ROUGE_1("rouge1", 1, true, Scale.FRACTION),
  /** ROUGE-2, F1, Porter's stemmer. */
  ROUGE_2("rouge2", 1, true, Scale.FRACTION),
  /** ROUGE-L over the whole text, F1, Porter's stemmer. */
  ROUGE_L("rougeL", 1, true, Scale.FRACTION),
  /** ROUGE-L by lines with their union (Lsum), F1, Porter's stemmer. */
  ROUGE_LSUM("rougeLsum", 1, true, Scale.FRACTION),
  /** BLEU of the whole corpus (Papineni 2002, Post 2018), tokenizer 13a, smoothing exp. */
  BLEU("bleu", 1, true, Scale.PERCENT),
  /** chrF2 of the whole corpus (Popovic 2015): characters up to 6 together. */
  CHRF("chrf", 1, true, Scale.PERCENT),
  /** chrF2++ of the whole corpus: chrF2 with words and pairs of words. */
  CHRF_PLUS_PLUS("chrf++", 1, true, Scale.PERCENT),
  /** Translation edit rate of the whole corpus (Snover 2006). */
  TER("ter", 1, false, Scale.EDIT_RATE),

  /** exp of the mean negative log-likelihood of a token. */
  PERPLEXITY("perplexity", 1, false, Scale.PERPLEXITY),
  /**
   * exp of the negative log-likelihood divided by the words of the text, ends of lines included.
   */
  WORD_PERPLEXITY("word_perplexity", 1, false, Scale.PERPLEXITY),
  /** exp of the negative log-likelihood divided by the text's bytes in UTF-8. */
  BYTE_PERPLEXITY("byte_perplexity", 1, false, Scale.PERPLEXITY),
  /** Negative log-likelihood to base 2 divided by the text's bytes in UTF-8. */
  BITS_PER_BYTE("bits_per_byte", 1, false, Scale.BITS),
  /** Mean cross-entropy in nats, auxiliary losses not included. */
  LOSS("loss", 1, false, Scale.NATS);

  private final String metricName;
  private final int version;
  private final boolean higherIsBetter;
  private final Scale scale;

  Metric(String metricName, int version, boolean higherIsBetter, Scale scale) {
    this.metricName = metricName;
    this.version = version;
    this.higherIsBetter = higherIsBetter;
    this.scale = scale;
  }

  /** The name in tables, REST and definitions. */
  public String metricName() {
    return metricName;
  }

  /** Part of the comparability class. */
  public int version() {
    return version;
  }

  /** Direction of improvement. */
  public boolean higherIsBetter() {
    return higherIsBetter;
  }

  /** Its range and unit. */
  public Scale scale() {
    return scale;
  }

  /** The metric of that name. */
  public static Optional<Metric> named(String name) {
    return Arrays.stream(values()).filter(metric -> metric.metricName.equals(name)).findFirst();
  }
}
