/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "review/send-protection.h"
#include "send.h"
#include "shell/task.h"

G_BEGIN_DECLS

/**
 * AccordSendJob:
 * @business_case: the case
 * @organisations: (element-type gint64): who is asked
 * @documents: (element-type gint64): what goes along
 * @with_comments: whether what partners commented goes along
 * @due: (nullable): the day an answer is wanted by
 * @note: (nullable): a word to them
 * @from: who asks, or %ACCORD_UNKNOWN for the case's own organisation
 * @person: (nullable): the post of who asks
 * @protection: who may open it
 * @passphrase: (nullable): the passphrase
 *
 * All that sending a case wants but the file and the key.
 */
typedef struct
{
  gint64 business_case;
  GArray *organisations;
  GArray *documents;
  gboolean with_comments;
  char *due;
  char *note;
  gint64 from;
  char *person;
  AccordProtection protection;
  char *passphrase;
} AccordSendJob;

void accord_send_job_free (AccordSendJob *self);
void accord_send_job_run_async (AccordSendJob *self, AccordWorkspace *workspace, AccordKeyPair *signer,
                                GFile *file, AccordTask *work, GAsyncReadyCallback callback,
                                gpointer user_data);
gboolean accord_send_job_run_finish (GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordSendJob, accord_send_job_free)

G_END_DECLS
