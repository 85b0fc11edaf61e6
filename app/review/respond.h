/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pack-writer.h"
#include "workspace.h"

G_BEGIN_DECLS

/**
 * AccordRespond:
 * @signer: whose key signs
 * @seal_to_asker: whether it is sealed to the key of who asked
 * @seal: (nullable): for whom besides, or a passphrase
 * @file: where the pack goes
 * @replace: whether a file that is there is replaced
 * @today: the day
 *
 * A review that is to be returned. The decision, the body and the date stand on its record.
 */
typedef struct
{
  AccordKeyPair *signer;
  gboolean seal_to_asker;
  const AccordPackSeal *seal;
  GFile *file;
  gboolean replace;
  const char *today;
} AccordRespond;

/**
 * AccordDecision:
 * @outcome: a review's outcome: "endorsed", "endorsed-with-caveats", "deferred", "not-endorsed"
 * @who: (nullable): the board or committee that decided, as it calls itself
 * @decided: (nullable): the day
 * @words: (nullable): what it said
 * @reviewer: (nullable): the post of who wrote the review
 *
 * What a partner decided.
 */
typedef struct
{
  const char *outcome;
  const char *who;
  const char *decided;
  const char *words;
  const char *reviewer;
} AccordDecision;

/* Writes the decision on the review, and the endorsement that it is; once more, it is changed and not
 * doubled. "Endorse subject to caveats" wants at least one caveat of the review. */
gboolean accord_review_decide (AccordWriter *writer, gint64 review, const AccordDecision *decision,
                               GError **error);
/* What to say of a decision whose day is still to come, as where the year is mistyped; it is not refused, for
 * the clock of this computer may be wrong. Returns: (transfer full) (nullable): a sentence, where there is
 * one */
char *accord_review_dup_day_to_come (const char *decided, const char *today);
/* Makes the response pack of a reading file. It may be made again after further work: the newest counts, and
 * older ones that arrive later change nothing. A review without a decision is refused. */
AccordChange *accord_review_respond (AccordWorkspace *reading, const AccordRespond *respond,
                                     AccordProgressFunc progress, gpointer progress_data,
                                     GCancellable *cancellable, GError **error);

G_END_DECLS
