/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wording-part.h"

G_BEGIN_DECLS

/**
 * AccordWordingFlags:
 * @exempt: whether it says to be exempt
 * @key: whether it says to be a key decision
 * @urgent: whether it says to be urgent
 * @call_in: whether it says to be subject to call-in
 * @contact: (nullable): the officer to ask
 */
typedef struct
{
  AccordStated exempt;
  AccordStated key;
  AccordStated urgent;
  AccordStated call_in;
  char *contact;
} AccordWordingFlags;

void accord_wording_read_flags (AccordWordingPart *part, gboolean minutes, AccordWordingFlags *flags);
void accord_wording_read_title_flags (const char *title, AccordWordingFlags *flags);

G_END_DECLS
