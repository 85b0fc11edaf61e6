/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier-names.h"
#include "pack.h"

G_BEGIN_DECLS

/**
 * AccordVoice:
 *
 * For whom a pack speaks: what in it is the signer's own to say, and whom the rest would speak for.
 */
typedef struct
{
  AccordReader *reader;
  const AccordPackManifest *manifest;
  const AccordDossier *ours;
  const AccordDossier *theirs;
  AccordDossierNames *names;
  gint64 organisation;
  gboolean whole;      /* the case itself is theirs to say */
  gboolean unasked;    /* nobody here knows of the request */
  GHashTable *reviews; /* uids of the signer's reviews */
} AccordVoice;

/* @names: of the case here. @whole: whether the signer speaks for the case itself. @unasked: whether nobody
 * here knows of the request that is answered, so that the review is the pack's own. */
AccordVoice *accord_voice_new (AccordReader *reader, const AccordPackManifest *manifest,
                               const AccordDossier *ours, const AccordDossier *theirs,
                               AccordDossierNames *names, gint64 organisation, gboolean whole,
                               gboolean unasked);
void accord_voice_free (AccordVoice *self);
/* Whether a field of a record is the signer's to say. */
gboolean accord_voice_may_say (AccordVoice *self, const AccordDossierRecord *record, const char *field);
/* Whether who wrote a caveat had the answer before them that ours has. */
gboolean accord_voice_knows_answer (const AccordDossierRecord *theirs, const AccordDossierRecord *ours);
/* Whom it speaks for otherwise; %NULL for the case itself. */
char *accord_voice_dup_speaks_for (AccordVoice *self, const AccordDossierRecord *record);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordVoice, accord_voice_free)

G_END_DECLS
