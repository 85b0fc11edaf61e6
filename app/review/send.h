/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pack-writer.h"
#include "workspace.h"

G_BEGIN_DECLS

/**
 * AccordSend:
 * @business_case: the case
 * @organisations: who is asked
 * @n_organisations: how many
 * @due: (nullable): the day an answer is wanted by
 * @note: (nullable): a word to them
 * @from: the organisation that asks, or 0: the case's own, else who signs, else that of its programme
 * @person: (nullable): the post of who asks
 * @documents: (nullable): documents that go along; %NULL for all of the case
 * @n_documents: how many
 * @with_comments: whether what partners wrote in their reviews goes along, to be read by everybody who is
 * asked
 * @n_left: (out) (optional): how many comments were left out
 * @signer: whose key signs
 * @seal: (nullable): for whom it is sealed besides those with a trusted key
 * @seal_to_trusted: whether it is sealed to the trusted keys of all @organisations (each must have one)
 * @file: where the pack goes
 * @replace: whether a file that is there is replaced
 * @today: the day
 *
 * A case that is to be sent for review.
 */
typedef struct
{
  gint64 business_case;
  const gint64 *organisations;
  gsize n_organisations;
  const char *due;
  const char *note;
  gint64 from;
  const char *person;
  const gint64 *documents;
  gsize n_documents;
  gboolean with_comments;
  guint *n_left;
  AccordKeyPair *signer;
  const AccordPackSeal *seal;
  gboolean seal_to_trusted;
  GFile *file;
  gboolean replace;
  const char *today;
} AccordSend;

/* One change: the reviews that are asked for and the frozen version; and the pack, which is in place before
 * the change is kept. Whatever fails, there is neither. For a thread other than the main one. */
AccordChange *accord_review_send (AccordWorkspace *workspace, const AccordSend *send,
                                  AccordProgressFunc progress, gpointer progress_data, gint64 *version,
                                  GCancellable *cancellable, GError **error);

G_END_DECLS
