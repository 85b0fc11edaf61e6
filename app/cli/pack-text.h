/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "json.h"
#include "pack.h"

G_BEGIN_DECLS

const char *accord_cli_pack_lock_nick (AccordAgeLock lock);
const char *accord_cli_pack_lock_label (AccordAgeLock lock);
const char *accord_cli_pack_kind_label (AccordPackKind kind);
/* A moment in UTC, for people. */
char *accord_cli_dup_moment (const char *iso);
/* Who signed: the member "signer" of an object that is open. */
void accord_cli_write_signer (AccordJson *json, AccordPack *pack);
/* The same in lines: name, words, fingerprint. */
void accord_cli_write_signer_words (AccordOutput *output, AccordPack *pack);

G_END_DECLS
