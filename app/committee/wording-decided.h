/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wording-part.h"

G_BEGIN_DECLS

/**
 * AccordWordingDecided:
 * @resolutions: (element-type AccordStatement): what was decided
 * @recommendations: (element-type AccordStatement): what was recommended to somebody else
 */
typedef struct
{
  GPtrArray *resolutions;
  GPtrArray *recommendations;
} AccordWordingDecided;

AccordWordingDecided accord_wording_decided_new (void);
void accord_wording_decided_clear (AccordWordingDecided *self);

void accord_wording_decided_read (AccordWordingDecided *self, AccordWordingPart *part, gboolean complete);
void accord_wording_decided_read_label (AccordWordingDecided *self, AccordWordingPart *part,
                                        gboolean complete, gboolean whole);
gboolean accord_wording_decided_is_fuller (GPtrArray *a, GPtrArray *b);
gboolean accord_wording_decided_agree (GPtrArray *a, GPtrArray *b);
gboolean accord_wording_decided_is_unclear (AccordWordingPart *part);
void accord_wording_decided_doubt (AccordWordingPart *part, GPtrArray *known);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AccordWordingDecided, accord_wording_decided_clear)

G_END_DECLS
