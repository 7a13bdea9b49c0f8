# %% [markdown]
# # Galleria
#
# Jokainen kysymystapa ja sen kuva vierekkäin. Vasemmalla kysymys niin kuin se näkyy puhelimessa: kokeile
# vapaasti. Oikealla keksityn huoneen tulos. Kielen voi vaihtaa osoitteessa: `?language=sv` tai
# `?language=en`.

# %%
import verkostotyokalut as vt

# %% [markdown]
# ## Liukusäädin
#
# Väite ja asteikko yhdestä viiteen. Kuvassa profiili ja jokaisen kysymyksen vastaukset.

# %%
vt.Sample("ydinelementit")

# %% [markdown]
# ## Nyt ja toive samalla asteikolla
#
# Kaksi liukusäädintä: missä ollaan ja minne halutaan.

# %%
vt.Sample("kehittamisen-tapa")

# %% [markdown]
# ## Valinta, nyt ja toive
#
# Yksi vaihtoehdoista. Kuvassa portaat ja siirtymät.

# %%
vt.Sample("yhteistyon-syvyys")

# %% [markdown]
# ## Piste kolmiossa
#
# Paikka kolmen tavan välissä.

# %%
vt.Sample("kolmio")

# %% [markdown]
# ## Piste kahdella akselilla
#
# Todennäköisyys ja vaikutus, tai muu pari.

# %%
vt.Sample("riskit")

# %% [markdown]
# ## Paikka syklillä
#
# Missä vaiheessa verkosto on.

# %%
vt.Sample("verkoston-sykli")

# %% [markdown]
# ## Pisteäänet
#
# Muutama piste jaettavaksi vaihtoehdoille.

# %%
vt.Sample("tavoitteet")

# %% [markdown]
# ## Sata prosenttia jaettuna
#
# Kokonaisuus osiin, nyt ja toive.

# %%
vt.Sample("oppimisen-tavat")

# %% [markdown]
# ## Sovittu, kesken, sopimatta
#
# Mistä on sovittu ja mistä ei vielä.

# %%
vt.Sample("toimintatavat")

# %% [markdown]
# ## Lyhyt teksti
#
# Lappuja seinälle. Ohjaaja ryhmittelee, muut tykkäävät.

# %%
vt.Sample("pelisaannot")

# %% [markdown]
# ## Lappuja kuukausille
#
# Samat laput vuosikellolla.

# %%
vt.Sample("vuosikello")

# %% [markdown]
# ## Omia rivejä
#
# Osallistuja lisää omat verkostonsa.

# %%
vt.Sample("verkostosalkku")
